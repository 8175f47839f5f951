metadata description = 'One container and one SFTP user a municipality (P10): who signs in sees its own container and nothing else.'

import { municipality } from '../types.bicep'

param accountName string
param municipalities municipality[]

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [for body in municipalities: {
  parent: account::blobs
  name: body.party
  properties: { publicAccess: 'None' }
}]

resource user 'Microsoft.Storage/storageAccounts/localUsers@2025-08-01' = [for (body, i) in municipalities: {
  parent: account
  // A local user's name has lower-case letters and digits only.
  name: replace(body.party, '-', '')
  properties: {
    // 'gebruikersnaam/wachtwoord' (Turnhout, C2); Azure makes the password when the operator asks for it.
    hasSshPassword: true
    hasSshKey: false
    hasSharedKey: false
    allowAclAuthorization: false
    homeDirectory: container[i].name
    permissionScopes: [
      {
        service: 'blob'
        resourceName: container[i].name
        // Read and list: it fetches, and neither writes nor deletes.
        permissions: 'rl'
      }
    ]
  }
}]
