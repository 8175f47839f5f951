metadata description = 'Containers of one account.'

param accountName string
param containers string[]

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [for name in containers: {
  parent: account::blobs
  name: name
  properties: { publicAccess: 'None' }
}]
