metadata description = 'The network: the app goes out through one fixed address, and reaches stores and vaults without the internet.'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels

@description('Address space, at least a /24: a half for the app, a quarter for private endpoints.')
param addressSpace string

var appRange = cidrSubnet(addressSpace, 25, 0)
var endpointRange = cidrSubnet(addressSpace, 26, 2)

resource outbound 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: '${name}-uit'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource gateway 'Microsoft.Network/natGateways@2025-05-01' = {
  name: '${name}-nat'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: outbound.id }] }
}

resource guard 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: '${name}-toegang'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'app'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: appRange
          sourcePortRange: '*'
          destinationAddressPrefix: endpointRange
          destinationPortRange: '443'
        }
      }
      {
        name: 'niemand-anders'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: appRange
          natGateway: { id: gateway.id }
          defaultOutboundAccess: false
          delegations: [{ name: 'functions', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'toegang'
        properties: {
          addressPrefix: endpointRange
          networkSecurityGroup: { id: guard.id }
          defaultOutboundAccess: false
          // Without this the security group does not apply to private endpoints.
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}

output id string = network.id
output appSubnetId string = network.properties.subnets[0].id
output endpointSubnetId string = network.properties.subnets[1].id
output outboundAddress string = outbound.properties.ipAddress
