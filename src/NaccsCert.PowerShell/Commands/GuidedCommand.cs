using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Guidance;
using NaccsCert.PowerShell.Pipeline;
using NaccsCert.Services;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that say at their end that nothing was found, and what can be done next.</summary>
public abstract class GuidedCommand : NaccsCommand
{
    private const string DefaultStore = "My";

    private readonly CommandGuide _guide = new();
    private CertificateSelection? _selection;
    private string? _usualService;

    /// <summary>Whether a person may be told what is no output.</summary>
    private protected virtual bool MayTell => true;

    /// <summary>The terminals that the user named, with wildcards; null for all.</summary>
    private protected virtual string[]? Terminals => null;

    /// <summary>Where the command works, as the command after it has to be told.</summary>
    private protected virtual CommandPlace Place => PlaceIn(null);

    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(() =>
    {
        foreach (NaccsException missing in _selection?.MissingTerminals() ?? [])
        {
            Report(missing);
        }

        if (!HasFailed && _guide.NothingFound is { } lookup)
        {
            WriteWarning(NothingFoundText.Format(lookup, Services.Account.Value.UserName));
        }

        // Whoever pipes on has a next command already.
        if (MyInvocation.PipelinePosition == MyInvocation.PipelineLength)
        {
            Tell(_guide.NextSteps(Services.Clock.UtcNow, () => OpenSession().FindReminderOffer()).Select(NextStepText.Format));
        }
    });

    /// <inheritdoc/>
    private protected sealed override void Show(object record) => Show(record, Place);

    /// <summary>Puts out a record, and remembers it for what is said at the end.</summary>
    /// <param name="record">The record.</param>
    /// <param name="place">Where it comes from.</param>
    private protected void Show(object record, CommandPlace place)
    {
        _guide.Note(new PlacedRecord(record, place));
        WriteObject(record);
    }

    /// <summary>Remembers what was looked for: that nothing was found is said at the end.</summary>
    private protected void Note(Lookup lookup) => _guide.Note(lookup);

    /// <summary>Shows texts to the person before the host, where there is one.</summary>
    private protected void Tell(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        var audience = new HostAudience(this, MayTell);
        if (all.Length > 0 && audience.IsThere)
        {
            Array.ForEach(all, audience.Tell);
        }
    }

    /// <summary>A place as far as it is not the usual one.</summary>
    /// <param name="storeName">The store of the current user; null where the command needs none.</param>
    /// <param name="isNarrowed">Whether the user named certificates.</param>
    /// <param name="service">The service definition; null for that of the command.</param>
    private protected CommandPlace PlaceIn(string? storeName, bool isNarrowed = false, string? service = null)
    {
        // Once a command, and not once a record: it may be in the registry.
        _usualService ??= Services.Policy.ServiceDefinition ?? ServiceDefinitionSource.BuiltInName;
        service ??= Service;
        return new CommandPlace(service == _usualService ? null : service, storeName == DefaultStore ? null : storeName, isNarrowed);
    }

    /// <summary>Lists the certificates of the service, for what works without any; errors of those that cannot be read are reported.</summary>
    /// <param name="storeName">The store of the current user to look in.</param>
    /// <returns>The certificates; the caller disposes of them.</returns>
    private protected InstalledCertificates ListCertificates(string storeName)
    {
        InstalledCertificates installed = OpenSession().List(storeName);
        foreach (NaccsException error in installed.Errors)
        {
            Report(error);
        }

        return installed;
    }

    /// <summary>Finds the certificates that the user means; errors of those that cannot be read are reported.</summary>
    /// <param name="storeName">The store of the current user to look in.</param>
    /// <param name="thumbprints">Their thumbprints, with wildcards; null for every certificate of the service.</param>
    /// <param name="isMeant">Which of these are meant; null for all.</param>
    /// <returns>The certificates; the caller disposes of them.</returns>
    private protected InstalledCertificates FindCertificates(
        string storeName, string[]? thumbprints, Func<StoredCertificate, bool>? isMeant = null)
    {
        InstalledCertificates installed = ListCertificates(storeName);
        int listed = installed.Certificates.Count;
        _selection ??= new CertificateSelection(Terminals);
        foreach (NaccsException missing in _selection.Keep(installed, thumbprints))
        {
            Report(missing);
        }

        int found = installed.Certificates.Keep(isMeant ?? (_ => true)).Count;
        Note(new Lookup(LookupSubject.Certificates, PlaceIn(storeName), listed, found));
        return installed;
    }
}
