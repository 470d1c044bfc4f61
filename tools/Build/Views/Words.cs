using System;
using System.Collections.Generic;
using System.Reflection;

namespace NaccsCert.Build.Views;

/// <summary>Which properties are states, that views show in words: the others are shown as they are.</summary>
internal static class Words
{
    // Texts of the records that are one of a few.
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [$"{nameof(Check)}.{nameof(Check.Name)}"] = "Check",
        [$"{nameof(ConnectivityStage)}.{nameof(ConnectivityStage.Stage)}"] = "Check",
        [$"{nameof(ConnectivityResult)}.{nameof(ConnectivityResult.Role)}"] = "HostRole",
        [$"{nameof(NaccsBrowserPolicy)}.{nameof(NaccsBrowserPolicy.Role)}"] = "HostRole",
        [$"{nameof(ConnectivityResult)}.{nameof(ConnectivityResult.Environment)}"] = nameof(HostEnvironment),
        [$"{nameof(NaccsEnrollment)}.{nameof(NaccsEnrollment.Status)}"] = "EnrollmentStage",
    };

    /// <summary>What a property is a state of.</summary>
    /// <returns>The first part of the key of its words in <c>ValueText.resx</c>; null for a property that is no state.</returns>
    public static string? KindOf(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(bool) || (type.IsEnum && type != typeof(ErrorId)))
        {
            return type.Name;
        }

        return Texts.GetValueOrDefault($"{property.DeclaringType!.Name}.{property.Name}");
    }
}
