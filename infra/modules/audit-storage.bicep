metadata description = 'The account of the audit chain and the evidence: what is written stays (F1, D17).'

param accountName string

@minValue(1)
@maxValue(146000)
@description('How long a blob can be neither changed nor deleted, in days after its last append. A locked policy can only be lengthened.')
param immutabilityDays int

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource audit 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: account::blobs
  name: 'audit'
  properties: { publicAccess: 'None' }

  // Append blobs grow and nothing else; no block that is there changes.
  resource policy 'immutabilityPolicies' = {
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: immutabilityDays
      allowProtectedAppendWrites: true
    }
  }
}

resource evidence 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: account::blobs
  name: 'bewijs'
  properties: { publicAccess: 'None' }

  // Each signed document is written once.
  resource policy 'immutabilityPolicies' = {
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: immutabilityDays
      allowProtectedAppendWrites: false
    }
  }
}
