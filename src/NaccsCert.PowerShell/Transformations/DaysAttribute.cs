using System;
using System.Globalization;
using System.Management.Automation;
using System.Xml;

namespace NaccsCert.PowerShell.Transformations;

/// <summary>
/// Takes a duration as people write it: a number of days, <c>28.00:00:00</c>, or ISO 8601 as in <c>P28D</c>. PowerShell
/// itself would read a number as ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DaysAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return value switch
            {
                _ when Convert.GetTypeCode(value) is >= TypeCode.SByte and <= TypeCode.Decimal =>
                    TimeSpan.FromDays(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
                string text when text.StartsWith("P", StringComparison.OrdinalIgnoreCase) =>
                    XmlConvert.ToTimeSpan(text.ToUpperInvariant()),
                string text => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
                _ => value,
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }
}
