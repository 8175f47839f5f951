metadata description = 'One rule an alarm; the mail says what happened and where the way out is written down.'

import { alarm, labels } from '../types.bicep'

param name string
param location string
param tags labels
param workspaceId string
param operatorGroupId string
param dpoGroupId string
param alarms alarm[]

resource rule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [for one in alarms: {
  name: '${name}-${one.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Gegevensdeling: ${one.title}'
    description: '${one.text} Zie docs/operations.md, alarm ${one.name}.'
    severity: one.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: one.every
    windowSize: one.window
    // Tables come into being with their first row; until then a query on them would refuse the deployment.
    skipQueryValidation: true
    autoMitigate: false
    muteActionsDuration: one.?mute
    criteria: {
      allOf: [
        {
          query: one.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: one.toDpo ? [operatorGroupId, dpoGroupId] : [operatorGroupId] }
  }
}]
