@{
    Rules = @{
        # Whatever is shipped has to be read by Windows PowerShell 5.1 too.
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = '5.1', '7.4'
        }
    }
}
