using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;
using NaccsCert.Policies;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that renew certificates: what becomes of those that are replaced.</summary>
public abstract class RenewalCommand : EnrollmentCommand
{
    /// <summary>
    /// Leaves the old certificate in use. Without it, the old one is archived once the new one has been tested, unless Group Policy
    /// says otherwise.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipArchive { get; set; }

    /// <summary>
    /// How many days after its renewal an archived certificate is removed with its key. Without it, never, unless Group Policy says
    /// otherwise.
    /// </summary>
    [Parameter]
    [ValidateRange(1, PolicySettings.MaxRemovalDays)]
    public int? RemoveArchivedDays { get; set; }

    /// <summary>The days that count: those of the user, or else of Group Policy; null for never.</summary>
    private protected int? RemovalDays => RemoveArchivedDays ?? Services.Policy.RemoveArchivedDays;

    /// <inheritdoc/>
    private protected override EnrollmentOptions Options()
    {
        EnrollmentOptions options = base.Options();
        return MyInvocation.BoundParameters.ContainsKey(nameof(SkipArchive)) ? options with { KeepsPrevious = SkipArchive } : options;
    }

    /// <summary>
    /// Puts away what earlier renewals have replaced: archives what could not be archived then, and removes what has been archived for
    /// long enough.
    /// </summary>
    private protected void PutAwayReplaced()
    {
        if (OpenSession().Cleanup().HasWork(StoreName, RemovalDays) && ShouldProcess(Definition.Name, MessageId.ActionPutAway))
        {
            Run(async (session, token) =>
            {
                await session.Cleanup().RunAsync(StoreName, RemovalDays, token).ConfigureAwait(false);
                return true;
            });
        }
    }
}
