metadata description = 'Two vaults: one from which a purge is final, and one from which nothing can be purged.'

import { names } from '../names.bicep'
import { labels } from '../types.bicep'

param known names
param location string
param tags labels
param workspaceId string

@description('From where the operator puts SFTP passwords into the system vault.')
param operatorAddresses string[]

// One key an exchange; erasure purges it, so nothing may hold the purge back (F3). The host checks this at start.
module exchange 'vault.bicep' = {
  name: 'kluis-uitwisseling'
  params: {
    name: known.exchangeVault
    location: location
    tags: tags
    purgeProtection: false
    softDeleteDays: 7
    workspaceId: workspaceId
  }
}

// Signing and pseudonym keys, and SFTP passwords on their way to the DPOs.
module system 'vault.bicep' = {
  name: 'kluis-systeem'
  params: {
    name: known.systemVault
    location: location
    tags: tags
    purgeProtection: true
    softDeleteDays: 90
    workspaceId: workspaceId
    allowedAddresses: operatorAddresses
  }
}

output ids { exchange: string, system: string } = {
  exchange: exchange.outputs.id
  system: system.outputs.id
}
