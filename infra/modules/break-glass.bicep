metadata description = 'Somebody else than the app at a key, content or the evidence: told to operator and DPOs at once (W21).'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels
param workspaceId string
param operatorGroupId string
param dpoGroupId string

@description('Object id of the identity of the app, the only one that is expected.')
param principalId string

module rules 'alarm-rules.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: workspaceId
    operatorGroupId: operatorGroupId
    dpoGroupId: dpoGroupId
    alarms: [
      {
        name: 'inzage-sleutels'
        title: 'iemand anders dan de toepassing was bij de sleutels'
        text: 'Een sleutel of geheim is gelezen, gemaakt of gewijzigd, of dat is geprobeerd, door een andere identiteit dan de toepassing.'
        // 401 is the challenge that precedes every sign-in and carries no identity.
        query: 'AZKVAuditLogs | where OperationName startswith "Secret" and HttpStatusCode != 401 | where not(tostring(Identity) has "${principalId}")'
        severity: 0, window: 'PT5M', every: 'PT5M', toDpo: true
      }
      {
        name: 'inzage-inhoud'
        title: 'iemand anders dan de toepassing was bij de bestanden'
        text: 'Een bestand, het register, het logboek of een bewijs is gelezen of gewijzigd door een andere identiteit dan de toepassing.'
        // What municipalities fetch with their own user is their right.
        query: 'union isfuzzy=true StorageBlobLogs, StorageTableLogs | where toint(StatusCode) between (200 .. 299) | where Protocol !~ "SFTP" and OperationName !startswith "Sftp" and RequesterObjectId != "${principalId}"'
        severity: 0, window: 'PT5M', every: 'PT5M', toDpo: true
      }
    ]
  }
}

var watched = [
  'Microsoft.Authorization/roleAssignments/write'
  'Microsoft.Authorization/roleDefinitions/write'
  'Microsoft.KeyVault/vaults/write'
  'Microsoft.Storage/storageAccounts/write'
  'Microsoft.Storage/storageAccounts/localUsers/write'
  'Microsoft.Storage/storageAccounts/localUsers/regeneratePassword/action'
  'Microsoft.Web/sites/write'
  'Microsoft.Storage/storageAccounts/blobServices/write'
  'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/write'
  'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/delete'
  'Microsoft.Web/sites/config/write'
  'Microsoft.Web/sites/host/listkeys/action'
  'Microsoft.Insights/diagnosticSettings/write'
  'Microsoft.Insights/diagnosticSettings/delete'
  'Microsoft.Insights/scheduledQueryRules/write'
  'Microsoft.Insights/scheduledQueryRules/delete'
  'Microsoft.Insights/actionGroups/write'
  'Microsoft.Insights/actionGroups/delete'
  'Microsoft.Insights/activityLogAlerts/write'
  'Microsoft.Insights/activityLogAlerts/delete'
]

resource management 'Microsoft.Insights/activityLogAlerts@2026-01-01' = {
  name: '${name}-rechten-gewijzigd'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    description: 'Gegevensdeling: rechten, kluizen, opslag of bewaking zijn gewijzigd. Verwacht bij een aangekondigde uitrol. Zie docs/operations.md, alarm rechten-gewijzigd.'
    scopes: [resourceGroup().id]
    condition: {
      allOf: [
        { field: 'category', equals: 'Administrative' }
        { field: 'status', equals: 'Succeeded' }
        { anyOf: [for operation in watched: { field: 'operationName', equals: operation }] }
      ]
    }
    actions: { actionGroups: [{ actionGroupId: operatorGroupId }, { actionGroupId: dpoGroupId }] }
  }
}
