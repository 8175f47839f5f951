metadata description = 'Private endpoints of all stores and vaults.'

import { names } from '../names.bicep'
import { labels, privateTarget } from '../types.bicep'

param known names
param location string
param tags labels
param networkId string
param subnetId string
param stores { host: string, exchange: string, drop: string, audit: string }
param vaults { exchange: string, system: string }

// Durable Task needs blobs, queues and tables; the rest is what each store is used for.
var targets privateTarget[] = [
  { name: known.hostAccount, part: 'blob', id: stores.host }
  { name: known.hostAccount, part: 'queue', id: stores.host }
  { name: known.hostAccount, part: 'table', id: stores.host }
  { name: known.exchangeAccount, part: 'blob', id: stores.exchange }
  { name: known.exchangeAccount, part: 'table', id: stores.exchange }
  { name: known.dropAccount, part: 'blob', id: stores.drop }
  { name: known.auditAccount, part: 'blob', id: stores.audit }
  { name: known.exchangeVault, part: 'vault', id: vaults.exchange }
  { name: known.systemVault, part: 'vault', id: vaults.system }
]

module zones 'private-zones.bicep' = {
  params: { tags: tags, networkId: networkId }
}

module endpoint 'private-endpoint.bicep' = [for target in targets: {
  name: 'endpoint-${target.name}-${target.part}'
  params: {
    name: '${target.name}-${target.part}'
    location: location
    tags: tags
    subnetId: subnetId
    targetId: target.id
    part: target.part
    zoneId: zones.outputs.zones[target.part]
  }
}]
