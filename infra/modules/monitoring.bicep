metadata description = 'Where telemetry goes and who is told. It holds ids, durations and counts, never content.'

import { labels } from '../types.bicep'

param name string
param location string
param tags labels

@description('Mailbox of the operator.')
param operatorMail string

@description('Mailboxes of the data protection officers of the parties.')
param dpoMails string[]

@minValue(30)
@maxValue(730)
@description('How long telemetry is kept, in days.')
param retentionDays int = 90

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: '${name}-log'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-inzicht'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    // Only identities send; the connection string alone opens nothing.
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

resource toOperator 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-beheer'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'beheer'
    emailReceivers: [{ name: 'beheer', emailAddress: operatorMail, useCommonAlertSchema: true }]
  }
}

resource toDpos 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-fg'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'fg'
    emailReceivers: [for (mail, i) in dpoMails: { name: 'fg-${i + 1}', emailAddress: mail, useCommonAlertSchema: true }]
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
// Not a secret here: local authentication is off (see above), so it is an address.
output connectionString string = insights.properties.ConnectionString
output operatorGroupId string = toOperator.id
output dpoGroupId string = toDpos.id
