metadata description = 'The four accounts, each with its own purpose and nobody else\'s rights.'

import { names } from '../names.bicep'
import { labels, municipality } from '../types.bicep'

param known names
param location string
param tags labels
param workspaceId string
param municipalities municipality[]
param immutabilityDays int

// Durable Task, leases and the deployment package: ids and states, no content and no keys.
module host 'storage-account.bicep' = {
  name: 'opslag-host'
  params: { name: known.hostAccount, location: location, tags: tags, workspaceId: workspaceId, logged: false }
}

// Containers are made here and not by the app wherever its role does not let it.
module package 'containers.bicep' = {
  name: 'opslag-pakket'
  params: { accountName: known.hostAccount, containers: ['pakket'] }
  dependsOn: [host]
}

// Sealed archives and the register.
module exchange 'storage-account.bicep' = {
  name: 'opslag-uitwisseling'
  params: { name: known.exchangeAccount, location: location, tags: tags, workspaceId: workspaceId }
}

// Where municipalities fetch over SFTP: the only account with a public endpoint, for the addresses that they gave.
module drop 'storage-account.bicep' = {
  name: 'opslag-afhaal'
  params: {
    name: known.dropAccount
    location: location
    tags: tags
    workspaceId: workspaceId
    hierarchical: true
    sftp: true
    allowedAddresses: union(flatten(map(municipalities, body => body.addresses)), [])
  }
}

module users 'drop-users.bicep' = {
  name: 'opslag-afhaal-gebruikers'
  params: { accountName: known.dropAccount, municipalities: municipalities }
  dependsOn: [drop]
}

// The audit chain and the evidence, apart from what they tell of.
module audit 'storage-account.bicep' = {
  name: 'opslag-logboek'
  params: { name: known.auditAccount, location: location, tags: tags, workspaceId: workspaceId }
}

module kept 'audit-storage.bicep' = {
  name: 'opslag-logboek-vast'
  params: { accountName: known.auditAccount, immutabilityDays: immutabilityDays }
  dependsOn: [audit]
}

output ids { host: string, exchange: string, drop: string, audit: string } = {
  host: host.outputs.id
  exchange: exchange.outputs.id
  drop: drop.outputs.id
  audit: audit.outputs.id
}
