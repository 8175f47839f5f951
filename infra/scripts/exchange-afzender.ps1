# Lets the app send as one mailbox and as no other (RBAC for Applications in Exchange Online). Safe to run again.
# learn.microsoft.com/exchange/permissions-exo/application-rbac
param(
    [Parameter(Mandatory)] [guid] $AppId,
    [Parameter(Mandatory)] [guid] $ObjectId,
    [Parameter(Mandatory)] [string] $Sender,
    [Parameter(Mandatory)] [string] $Other
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

Import-Module ExchangeOnlineManagement
Connect-ExchangeOnline -ShowBanner:$false

$scope = 'Gegevensdeling afzender'
$mailbox = Get-Mailbox -Identity $Sender

if (-not (Get-ServicePrincipal | Where-Object { $_.AppId -eq $AppId })) {
    New-ServicePrincipal -AppId $AppId -ObjectId $ObjectId -DisplayName 'Gegevensdeling' | Out-Null
}

$filter = "PrimarySmtpAddress -eq '$($mailbox.PrimarySmtpAddress)'"
if (Get-ManagementScope | Where-Object { $_.Name -eq $scope }) {
    Set-ManagementScope -Identity $scope -RecipientRestrictionFilter $filter
}
else {
    New-ManagementScope -Name $scope -RecipientRestrictionFilter $filter | Out-Null
}

$assigned = Get-ManagementRoleAssignment -RoleAssignee $ObjectId -ErrorAction SilentlyContinue | Where-Object { $_.CustomResourceScope -eq $scope }
if (-not $assigned) {
    New-ManagementRoleAssignment -App $ObjectId -Role 'Application Mail.Send' -CustomResourceScope $scope | Out-Null
}

# Some refusals of Exchange are not terminating errors: look at what is there.
$own = Test-ServicePrincipalAuthorization -Identity $ObjectId -Resource $Sender | Where-Object { $_.RoleName -eq 'Application Mail.Send' }
$others = Test-ServicePrincipalAuthorization -Identity $ObjectId -Resource $Other | Where-Object { $_.RoleName -eq 'Application Mail.Send' -and $_.InScope }
if (-not ($own | Where-Object { $_.InScope })) { throw "De toepassing mag niet verzenden namens $Sender." }
if ($others) { throw "De toepassing mag ook verzenden namens $Other. Dat hoort niet." }
Write-Output "Verzenden mag namens $Sender en niet namens $Other. Het werkt na 30 minuten tot 2 uur."
