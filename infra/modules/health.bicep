metadata description = 'Asks the app from outside whether it is well; the only alarm that a host that is down cannot miss.'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels
param insightsId string
param operatorGroupId string

@description('Address of the health endpoint.')
param address string

resource test 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-gezond'
  location: location
  // The link is how Application Insights finds its tests.
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${name}-gezond'
    Name: 'gezond'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    // Amsterdam, Paris, Dublin.
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'emea-fr-pra-edge' }, { Id: 'emea-gb-db3-azr' }]
    Request: { RequestUrl: address, HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource alarm 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-niet-bereikbaar'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    description: 'Gegevensdeling: de toepassing is niet bereikbaar of niet gezond, gezien vanaf twee plaatsen. Zie docs/operations.md, alarm niet-bereikbaar.'
    severity: 0
    scopes: [test.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: operatorGroupId }]
  }
}
