metadata description = 'A storage account as every one of ours is: identities only, no public blobs, nothing that keeps what was deleted.'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels

@description('Hierarchical namespace, which SFTP needs.')
param hierarchical bool = false

@description('Opens the SFTP endpoint and local users.')
param sftp bool = false

@description('Workspace that is told who read or wrote what.')
param workspaceId string

@description('False for an account that holds nothing of an exchange.')
param logged bool = true

@description('Public IPv4 addresses or ranges that may reach the endpoint; empty closes it to all but private endpoints.')
param allowedAddresses string[] = []

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  // Three zones of one region: no copy outside the region.
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    isHnsEnabled: hierarchical
    isSftpEnabled: sftp
    isLocalUserEnabled: sftp
    isNfsV3Enabled: false
    publicNetworkAccess: empty(allowedAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      ipRules: [for address in allowedAddresses: { value: address, action: 'Allow' }]
    }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true, keyType: 'Account' }
        file: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }
}

// Deleted means deleted (F2): each of these would keep a copy that an erasure certificate could not answer for.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: false
    deleteRetentionPolicy: { enabled: false }
    containerDeleteRetentionPolicy: { enabled: false }
    // Neither exists with a hierarchical namespace.
    changeFeed: hierarchical ? null : { enabled: false }
    restorePolicy: hierarchical ? null : { enabled: false }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' existing = {
  parent: account
  name: 'default'
}

var told = [
  { category: 'StorageRead', enabled: true }
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]

resource onBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (logged) {
  name: 'blobs'
  scope: blobs
  properties: { workspaceId: workspaceId, logs: told }
}

resource onTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (logged && !hierarchical) {
  name: 'tabellen'
  scope: tables
  properties: { workspaceId: workspaceId, logs: told }
}

output id string = account.id
