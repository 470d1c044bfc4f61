using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using NaccsCert.PowerShell.Rows;

namespace NaccsCert.PowerShell.Fleet;

/// <summary>
/// The properties of an object as it comes from this computer, from another one by remoting, from a job, or out of a file: there numbers
/// and moments may have become texts, or objects with the properties of what they were.
/// </summary>
/// <param name="source">The object.</param>
internal sealed class PipedProperties(PSObject source)
{
    /// <summary>Whether there are such properties.</summary>
    public bool Has(params string[] names) => names.All(name => source.Properties[name] is not null);

    /// <summary>A value as text; empty for none.</summary>
    public string Text(string name) => Convert.ToString(Base(source.Properties[name]?.Value), CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>True or false; false for none.</summary>
    public bool IsTrue(string name) => string.Equals(Text(name), bool.TrueString, StringComparison.OrdinalIgnoreCase);

    /// <summary>A moment; null for none.</summary>
    public DateTimeOffset? Moment(string name) => PipedMoment.Read(source.Properties[name]?.Value);

    /// <summary>The objects of a list; none where there is no list.</summary>
    public IEnumerable<PipedProperties> List(string name) =>
        Base(source.Properties[name]?.Value) is IEnumerable list and not string
            ? list.Cast<object?>().Where(item => item is not null).Select(item => new PipedProperties(PSObject.AsPSObject(item)))
            : [];

    private static object? Base(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
