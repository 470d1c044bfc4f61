namespace NaccsCert;

/// <summary>Who reminds of renewals where the operator's own tool is installed beside this module.</summary>
public enum ReminderProvider : long
{
    /// <summary>This module.</summary>
    Module,

    /// <summary>The operator's own tool while it is installed, and this module where it is not.</summary>
    OfficialTool,
}
