metadata description = 'Roles that no built-in role is narrow enough for.'

param scopeName string = resourceGroup().name

var secrets = 'Microsoft.KeyVault/vaults/secrets'
var blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers'

// Key Vault Secrets Officer would add backup and restore: a backup is a copy of a key that no purge reaches (F3).
resource exchangeKeys 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'exchange-keys')
  properties: {
    roleName: 'Gegevensdeling sleutels van uitwisselingen (${scopeName})'
    description: 'Sleutels maken, lezen, verwijderen en definitief wissen. Geen kopie, geen terugzetten.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        dataActions: [
          '${secrets}/getSecret/action'
          '${secrets}/setSecret/action'
          '${secrets}/readMetadata/action'
          '${secrets}/delete'
          '${secrets}/purge/action'
        ]
      }
    ]
  }
}

// Signing keys must outlive every mistake of the app: it cannot delete what evidence is verified with (F1).
resource systemKeys 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'system-keys')
  properties: {
    roleName: 'Gegevensdeling systeemsleutels (${scopeName})'
    description: 'Sleutels van het systeem maken en lezen. Niet verwijderen.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        dataActions: [
          '${secrets}/getSecret/action'
          '${secrets}/setSecret/action'
          '${secrets}/readMetadata/action'
          // A protocol's pseudonym key, at its very end. Purge protection keeps what was deleted for its term.
          '${secrets}/delete'
        ]
      }
    ]
  }
}

// Storage Blob Data Contributor would add deleting. 'add' alone would do for new blobs and appends, but a repetition of the same write would then
// be answered 'forbidden' (UnauthorizedBlobOverwrite) instead of 'exists'; that nothing is overwritten is the immutability policy's word.
resource auditWriter 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'audit-writer')
  properties: {
    roleName: 'Gegevensdeling logboek en bewijs (${scopeName})'
    description: 'Nieuwe bewijzen toevoegen, het logboek aanvullen, en lezen. Niets verwijderen; overschrijven belet het bewaarbeleid.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['${blobs}/read']
        dataActions: [
          '${blobs}/blobs/read'
          '${blobs}/blobs/add/action'
          '${blobs}/blobs/write'
        ]
      }
    ]
  }
}

output exchangeKeysId string = exchangeKeys.id
output systemKeysId string = systemKeys.id
output auditWriterId string = auditWriter.id
