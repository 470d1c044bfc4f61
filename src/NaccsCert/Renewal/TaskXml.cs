using System;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace NaccsCert.Renewal;

/// <summary>A task as <c>schtasks.exe /XML</c> takes it ([MS-TSCH], section 2.5).</summary>
internal static class TaskXml
{
    /// <summary>How long one run may take; its own time limits end it long before.</summary>
    private static readonly TimeSpan MaxRunTime = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <summary>Composes the task: in the user's own session, with the user's own rights and no more.</summary>
    public static XDocument Compose(TaskDefinition task) => new(
        new XDeclaration("1.0", "UTF-16", null),
        Element(
            "Task",
            new XAttribute("version", "1.3"),
            Element("RegistrationInfo", Element("Author", "NaccsCert"), Element("Description", XmlText.From(task.Description))),
            Element(
                "Triggers",
                Element(
                    "LogonTrigger",
                    Element("Enabled", "true"),
                    Element("UserId", task.UserId),
                    Element("Delay", Duration(task.LogonDelay))),
                Element(
                    "CalendarTrigger",
                    Element("Enabled", "true"),
                    Element("StartBoundary", task.FirstRun.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
                    Element("Repetition", Element("Interval", Duration(Interval)), Element("Duration", Duration(WorkingDay))),
                    Element("ScheduleByDay", Element("DaysInterval", "1")))),
            Element(
                "Principals",
                Element(
                    "Principal",
                    new XAttribute("id", "Author"),
                    Element("UserId", task.UserId),
                    Element("LogonType", "InteractiveToken"),
                    Element("RunLevel", "LeastPrivilege"))),
            Element(
                "Settings",
                Element("MultipleInstancesPolicy", "IgnoreNew"),
                Element("DisallowStartIfOnBatteries", "false"),
                Element("StopIfGoingOnBatteries", "false"),
                Element("StartWhenAvailable", "true"),
                Element("ExecutionTimeLimit", Duration(MaxRunTime))),
            Element(
                "Actions",
                new XAttribute("Context", "Author"),
                Element("Exec", Element("Command", XmlText.From(task.Program)), Element("Arguments", XmlText.From(task.Arguments))))));

    /// <summary>The task as text.</summary>
    public static string Format(TaskDefinition task)
    {
        XDocument document = Compose(task);
        return document.Declaration + Environment.NewLine + document;
    }

    private static XElement Element(string name, params object[] content) => new(Schema + name, content);

    private static string Duration(TimeSpan time) => XmlConvert.ToString(time);
}
