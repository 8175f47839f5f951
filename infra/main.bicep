metadata name = 'Gegevensdeling'
metadata description = 'Everything that runs the exchanges of one processor in one resource group. Who may do what is in modules/roles.bicep alone.'

import { namesOf } from 'names.bicep'
import { labels, municipality } from 'types.bicep'

targetScope = 'resourceGroup'

param location string = resourceGroup().location

@description('Begins the names of everything: three to eleven lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param prefix string

param tags labels = {}

@description('Bodies that fetch over SFTP. Their addresses are the only ones that reach the SFTP endpoint.')
param municipalities municipality[]

@description('The mailbox that sends; it exists already and the app may send as no other (infra/scripts/graph-rollen.sh).')
param sender string

@description('Application id of the Teams app; empty sends no Teams notifications.')
param teamsAppId string = ''
@description('Who is told in Teams as well: address=Entra object id, with semicolons in between.')
param teamsRecipients string = ''

@description('The configuration section Identity as JSON: issuers, parties and roles. Public facts, no secret.')
param identity string

@description('An OpenTelemetry collector besides Application Insights; empty for none.')
param otlpEndpoint string = ''

param operatorMail string

@minLength(1)
param dpoMails string[]

@description('From where the operator reaches the system vault; empty closes its public endpoint.')
param operatorAddresses string[] = []

@description('From where people may call the app; empty for everywhere, with sign-in.')
param allowedClients string[] = []

@description('Path of the health endpoint.')
param healthPath string = '/gezondheid'

@description('Address space of the network, at least a /24.')
param addressSpace string = '10.71.0.0/24'

@description('How long audit chain and evidence cannot be changed or deleted, in days. Ten years, as long as a client file (R10).')
param immutabilityDays int = 3653

@description('Instances that are always there for orchestrations.')
param alwaysReady int = 1

var known = namesOf(prefix, take(uniqueString(resourceGroup().id), 6))

module monitoring 'modules/monitoring.bicep' = {
  params: { name: known.app, location: location, tags: tags, operatorMail: operatorMail, dpoMails: dpoMails }
}

module network 'modules/network.bicep' = {
  params: { name: known.network, location: location, tags: tags, addressSpace: addressSpace }
}

module stores 'modules/stores.bicep' = {
  params: {
    known: known, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId
    municipalities: municipalities, immutabilityDays: immutabilityDays
  }
}

module vaults 'modules/vaults.bicep' = {
  params: { known: known, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId, operatorAddresses: operatorAddresses }
}

module access 'modules/private-access.bicep' = {
  params: {
    known: known, location: location, tags: tags
    networkId: network.outputs.id, subnetId: network.outputs.endpointSubnetId
    stores: stores.outputs.ids
    vaults: vaults.outputs.ids
  }
}

module application 'modules/application.bicep' = {
  params: {
    known: known, location: location, tags: tags
    subnetId: network.outputs.appSubnetId
    connectionString: monitoring.outputs.connectionString
    identity: identity, sender: sender, teamsAppId: teamsAppId, teamsRecipients: teamsRecipients, otlpEndpoint: otlpEndpoint
    allowedClients: allowedClients, alwaysReady: alwaysReady
  }
  dependsOn: [access]
}

module watch 'modules/watch.bicep' = {
  params: {
    name: known.app, location: location, tags: tags
    workspaceId: monitoring.outputs.workspaceId, insightsId: monitoring.outputs.insightsId
    operatorGroupId: monitoring.outputs.operatorGroupId
    dpoGroupId: monitoring.outputs.dpoGroupId
    principalId: application.outputs.principalId
    healthAddress: 'https://${application.outputs.host}${healthPath}'
  }
}

@description('What the scripts ask for.')
output app { name: string, principalId: string, host: string } = {
  name: known.app
  principalId: application.outputs.principalId
  host: application.outputs.host
}
output dropAccount string = known.dropAccount
output auditAccount string = known.auditAccount
output systemVault string = known.systemVault
output outboundAddress string = network.outputs.outboundAddress
