metadata description = 'What the app says about itself that a person must hear. The names are those of the metrics in the code.'

import { alarm, labels } from '../types.bicep'

param name string
param location string
param tags labels
param workspaceId string
param operatorGroupId string
param dpoGroupId string

func gauge(metric string) string => 'AppMetrics | where Name == "${metric}" | summarize Aantal = max(Max) | where Aantal > 0'
func gaugeOf(metric string, what string) string => 'AppMetrics | where Name == "${metric}" and tostring(Properties.what) == "${what}" | summarize Aantal = max(Max) | where Aantal > 0'
func counter(metric string) string => 'AppMetrics | where Name == "${metric}" | summarize Aantal = sum(Sum) | where Aantal > 0'

var alarms alarm[] = [
  {
    name: 'wissing-open'
    title: 'een wissing is niet bewezen'
    text: 'Van minstens één uitwisseling is de termijn verstreken, en het systeem kan niet bewijzen dat alles weg is.'
    query: gauge('gegevensdeling.erasure.open')
    severity: 0, window: 'PT1H', every: 'PT15M', toDpo: true, mute: 'PT12H'
  }
  {
    name: 'wissing-mislukt'
    title: 'een wissing is mislukt'
    text: 'Een poging om te wissen is mislukt; het systeem probeert opnieuw.'
    query: counter('gegevensdeling.erasure.failed')
    severity: 1, window: 'PT1H', every: 'PT15M', toDpo: false, mute: 'PT12H'
  }
  {
    name: 'wees'
    title: 'er is iets gevonden dat bij geen uitwisseling hoort'
    text: 'Een bestand of sleutel zonder uitwisseling staat in quarantaine en wordt ten laatste na zeven dagen gewist.'
    query: gauge('gegevensdeling.orphans')
    severity: 1, window: 'PT1H', every: 'PT30M', toDpo: true, mute: 'PT12H'
  }
  {
    name: 'opruimronde'
    title: 'al 25 uur geen geslaagde opruimronde'
    text: 'In 25 uur is geen enkele opruimronde gelukt, of er komt geen telemetrie meer binnen.'
    // Speaks when it hears nothing: no rows at all is the case that matters.
    query: 'AppMetrics | where TimeGenerated > ago(25h) | where Name == "gegevensdeling.sweep.runs" and tostring(Properties.outcome) == "ok" | summarize Gelukt = sum(Sum) | where isnull(Gelukt) or Gelukt < 1'
    severity: 0, window: 'P2D', every: 'PT1H', toDpo: true, mute: 'PT12H'
  }
  {
    name: 'sleutel-niet-overhandigd'
    title: 'een sleutel is niet overhandigd'
    text: 'Een sleutel is niet binnen de termijn van het protocol doorgegeven.'
    query: gaugeOf('gegevensdeling.overdue', 'sleutel')
    severity: 2, window: 'PT1H', every: 'PT1H', toDpo: true, mute: 'PT12H'
  }
  {
    name: 'ontvangst-uitgebleven'
    title: 'een ontvangst is niet bevestigd'
    text: 'Een verzonden bestand is niet binnen de termijn geopend of bevestigd. Misschien hield een mailfilter het bericht tegen: bel de ontvanger.'
    query: gaugeOf('gegevensdeling.overdue', 'ontvangst')
    severity: 2, window: 'PT1H', every: 'PT1H', toDpo: false, mute: 'PT12H'
  }
  {
    name: 'stap-mislukt'
    title: 'een stap blijft mislukken'
    text: 'Een stap (een bericht verzenden, afleveren, een sleutel maken) is binnen een halfuur minstens vijf keer mislukt. Het systeem blijft proberen.'
    query: 'AppMetrics | where Name == "gegevensdeling.activity.duration" and tostring(Properties.outcome) == "failed" | summarize Aantal = sum(ItemCount) by Stap = tostring(Properties.activity) | where Aantal >= 5'
    severity: 1, window: 'PT30M', every: 'PT15M', toDpo: false, mute: 'PT12H'
  }
  {
    name: 'verwerking-gestopt'
    title: 'een verwerking staat stil'
    text: 'De software past niet meer bij de historiek van een lopende verwerking. Die beslist niets meer tot de software hersteld is; termijnen en wissingen lopen door.'
    query: counter('gegevensdeling.orchestration.stopped')
    severity: 1, window: 'PT1H', every: 'PT15M', toDpo: false, mute: 'PT12H'
  }
  {
    name: 'bericht-onbevestigd'
    title: 'een bericht is misschien nooit vertrokken'
    text: 'Een bericht is twee keer verzonden zonder bevestiging en wordt niet opnieuw verzonden. Bel de ontvanger; het kenmerk staat in het logboek.'
    query: counter('gegevensdeling.message.unconfirmed')
    severity: 1, window: 'PT1H', every: 'PT15M', toDpo: true
  }
  {
    name: 'auditketen-stuk'
    title: 'een auditketen is niet gaaf'
    text: 'Bij het ondertekenen van de koppen klopte een keten niet: er is iets gewijzigd, weggelaten of verwijderd.'
    query: gauge('gegevensdeling.audit.broken')
    severity: 0, window: 'P1D', every: 'PT1H', toDpo: true, mute: 'PT12H'
  }
  {
    name: 'gegevenslek-termijn'
    title: 'een gegevenslek wacht op een beslissing'
    text: 'Van een gegevenslek weet een partij al 48 uur, en ze besliste nog niet of de toezichthouder ingelicht wordt. De 72 uur van artikel 33 AVG lopen door.'
    query: gauge('gegevensdeling.breach.overdue')
    severity: 0, window: 'PT1H', every: 'PT15M', toDpo: true, mute: 'PT12H'
  }
  {
    name: 'fouten-5xx'
    title: 'de toepassing antwoordt met fouten'
    text: 'Meer dan vijf verzoeken in een kwartier kregen een serverfout.'
    query: 'AppMetrics | where Name == "gegevensdeling.request.duration" and tostring(Properties.status) startswith "5" | summarize Aantal = sum(ItemCount) | where Aantal > 5'
    severity: 1, window: 'PT15M', every: 'PT5M', toDpo: false, mute: 'PT12H'
  }
]

module rules 'alarm-rules.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: workspaceId
    operatorGroupId: operatorGroupId
    dpoGroupId: dpoGroupId
    alarms: alarms
  }
}
