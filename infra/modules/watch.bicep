metadata description = 'All alarms together.'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels
param workspaceId string
param insightsId string
param operatorGroupId string
param dpoGroupId string
param principalId string
param healthAddress string

module alarms 'alarms.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: workspaceId
    operatorGroupId: operatorGroupId
    dpoGroupId: dpoGroupId
  }
}

module breakGlass 'break-glass.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: workspaceId
    operatorGroupId: operatorGroupId
    dpoGroupId: dpoGroupId
    principalId: principalId
  }
}

module health 'health.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    insightsId: insightsId
    operatorGroupId: operatorGroupId
    address: healthAddress
  }
}
