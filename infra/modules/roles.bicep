metadata description = 'Every role there is, and all of them for one identity: that of the app. No person has a standing one (W21).'

import { names } from '../names.bicep'

@description('Object id of the identity of the app.')
param principalId string

param known names

@description('Ids of the roles in role-definitions.bicep.')
param custom { exchangeKeys: string, systemKeys: string, auditWriter: string }

// An assignment is named after the app and not after its identity, so that a preview can tell what changes.
// Built-in roles, by the ids that Azure gives them everywhere.
var builtIn = {
  // Leases, deployment package; the host's own documentation asks for Owner.
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

resource host 'Microsoft.Storage/storageAccounts@2025-08-01' existing = { name: known.hostAccount }
resource exchange 'Microsoft.Storage/storageAccounts@2025-08-01' existing = { name: known.exchangeAccount }
resource drop 'Microsoft.Storage/storageAccounts@2025-08-01' existing = { name: known.dropAccount }
resource audit 'Microsoft.Storage/storageAccounts@2025-08-01' existing = { name: known.auditAccount }
resource exchangeVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = { name: known.exchangeVault }
resource systemVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = { name: known.systemVault }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: known.insights }

resource onHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [builtIn.blobOwner, builtIn.queueContributor, builtIn.tableContributor]: {
  scope: host
  name: guid(host.id, known.app, role)
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role) }
}]

resource onExchange 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [builtIn.blobContributor, builtIn.tableContributor]: {
  scope: exchange
  name: guid(exchange.id, known.app, role)
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role) }
}]

resource onDrop 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: drop
  name: guid(drop.id, known.app, builtIn.blobContributor)
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', builtIn.blobContributor) }
}

resource onAudit 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: audit
  name: guid(audit.id, known.app, 'audit-writer')
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: custom.auditWriter }
}

resource onExchangeVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: exchangeVault
  name: guid(exchangeVault.id, known.app, 'exchange-keys')
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: custom.exchangeKeys }
}

resource onSystemVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: systemVault
  name: guid(systemVault.id, known.app, 'system-keys')
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: custom.systemKeys }
}

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, known.app, builtIn.metricsPublisher)
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', builtIn.metricsPublisher) }
}
