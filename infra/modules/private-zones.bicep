metadata description = 'The names under which the app finds stores and vaults in its own network.'

import { labels } from '../types.bicep'

param tags labels
param networkId string

var names = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.vaultcore.azure.net'
]

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [for name in names: {
  name: name
  location: 'global'
  tags: tags
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (name, i) in names: {
  parent: zone[i]
  name: 'netwerk'
  location: 'global'
  tags: tags
  properties: {
    virtualNetwork: { id: networkId }
    registrationEnabled: false
  }
}]

@description('Zone per part of a store or vault.')
output zones {
  blob: string
  queue: string
  table: string
  vault: string
} = {
  blob: zone[0].id
  queue: zone[1].id
  table: zone[2].id
  vault: zone[3].id
}
