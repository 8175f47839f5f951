metadata description = 'A key vault: roles only, no policies, private but for what is listed.'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels

@description('True keeps every deleted secret for its full term and can never be undone; false lets a purge be final, which erasure needs (F3).')
param purgeProtection bool

@minValue(7)
@maxValue(90)
@description('How long a deleted secret can be recovered unless it is purged, in days. Cannot be changed afterwards.')
param softDeleteDays int

@description('Workspace that is told who asked for which secret.')
param workspaceId string

@description('Public IPv4 addresses or ranges of the operator; empty closes the public endpoint.')
param allowedAddresses string[] = []

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: softDeleteDays
    // The service refuses 'false': a vault without it leaves the property out.
    enablePurgeProtection: purgeProtection ? true : null
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: empty(allowedAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      ipRules: [for address in allowedAddresses: { value: address }]
    }
  }
}

resource told 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'toegang'
  scope: vault
  properties: {
    workspaceId: workspaceId
    // A table of its own (AZKVAuditLogs) instead of the shared one.
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output id string = vault.id
