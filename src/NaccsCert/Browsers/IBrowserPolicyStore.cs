using System.Collections.Generic;

namespace NaccsCert.Browsers;

/// <summary>Where browsers find their policies.</summary>
internal interface IBrowserPolicyStore
{
    /// <summary>The list that new entries belong to.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="scope">For the computer or for the user, where these have lists of their own.</param>
    /// <param name="service">The name of the service definition.</param>
    string ListFor(BrowserProduct browser, PolicySource scope, string service);

    /// <summary>The place of a new entry, for people.</summary>
    /// <param name="list">Its list.</param>
    /// <param name="number">Its number.</param>
    string Locate(string list, int number);

    /// <summary>Reads what is set, in all places. It changes nothing.</summary>
    /// <param name="browser">The browser.</param>
    IReadOnlyList<FoundEntry> Read(BrowserProduct browser);
}
