metadata description = 'The host: Flex Consumption, .NET isolated, one system identity, no key and no way in but HTTPS.'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels

@description('Subnet through which everything leaves.')
param subnetId string

@description('Container of the deployment package, read with the identity of the app.')
param packageContainer string

@description('Application settings, names to values; nothing secret is among them.')
param settings { *: string }

@description('Public IPv4 ranges that may call; empty leaves it to the sign-in of each request.')
param allowedClients string[]

@minValue(0)
@description('Instances that are always there for orchestrations; Durable Task on Azure Storage polls its queues.')
param alwaysReady int

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // A shell in the process would be a way to its memory.
    sshEnabled: false
    virtualNetworkSubnetId: subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: { type: 'SystemAssignedIdentity' }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: 40
        alwaysReady: alwaysReady == 0 ? [] : [{ name: 'durable', instanceCount: alwaysReady }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      ipSecurityRestrictionsDefaultAction: empty(allowedClients) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: empty(allowedClients) ? [] : concat(
        map(range(0, length(allowedClients)), i => { name: 'klant-${i}', action: 'Allow', priority: 100 + i, ipAddress: allowedClients[i] }),
        [{ name: 'bewaking', action: 'Allow', priority: 90, tag: 'ServiceTag', ipAddress: 'ApplicationInsightsAvailability' }]
      )
    }
  }

  resource values 'config' = {
    name: 'appsettings'
    properties: settings
  }

  // Publishing is by identity: no user name and password exist.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output principalId string = app.identity.principalId
output host string = app.properties.defaultHostName
