using System;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Guidance;

/// <summary>Says that nothing was found, in which account and on which computer, and what to type next.</summary>
internal static class NothingFoundText
{
    private const string DefaultStore = "My";

    /// <summary>The text in the language of the session.</summary>
    /// <param name="lookup">What was looked for.</param>
    /// <param name="userName">The account.</param>
    public static string Format(Lookup lookup, string userName)
    {
        string store = lookup.Place.StoreName ?? DefaultStore;
        string computer = Environment.MachineName;
        string next = CommandLine.Of(NextCommandOf(lookup));
        return lookup switch
        {
            { Subject: LookupSubject.Certificates, Listed: 0 } =>
                CommandText.Format(MessageId.NoCertificate, userName, computer, store, next),
            { Subject: LookupSubject.Certificates } =>
                CommandText.Format(MessageId.NoCertificateMatches, userName, computer, store, lookup.Listed, next),
            { Listed: 0 } => CommandText.Format(MessageId.NoEnrollment, userName, computer, next),
            _ => CommandText.Format(MessageId.NoEnrollmentMatches, userName, computer, lookup.Listed, next),
        };
    }

    private static NextCommand NextCommandOf(Lookup lookup) => lookup switch
    {
        { Subject: LookupSubject.Certificates, Listed: 0 } => At("Request-NaccsCertificate", lookup.Place),
        { Subject: LookupSubject.Certificates } or { Listed: 0 } => At("Get-NaccsCertificate", lookup.Place),
        _ => new NextCommand("Get-NaccsEnrollment", lookup.Place.Service),
    };

    private static NextCommand At(string name, CommandPlace place) => new(name, place.Service, place.StoreName);
}
