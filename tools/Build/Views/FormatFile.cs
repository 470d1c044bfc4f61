using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace NaccsCert.Build.Views;

/// <summary>Composes a format file (about_Format.ps1xml). Its labels are in the language of the session.</summary>
internal static class FormatFile
{
    /// <summary>Writes the views of all types.</summary>
    /// <param name="path">The file to write.</param>
    public static void Write(string path) => WindowsText.Write(path, Compose(Views.All));

    // Three of each type.
    private static XDocument Compose(IEnumerable<View> views) => new(
        new XElement(
            "Configuration",
            new XElement("ViewDefinitions", views.SelectMany(view => new[] { Table(view), List(view), Wide(view) }))));

    private static XElement Table(View view) => Element(
        view,
        new XElement(
            "TableControl",
            new XElement("TableHeaders", view.Columns.Select(Header)),
            new XElement(
                "TableRowEntries",
                new XElement(
                    "TableRowEntry",
                    new XElement("Wrap"),
                    new XElement("TableColumnItems", view.Columns.Select(column => Item("TableColumnItem", CellValue(view, column))))))),
        view.GroupBy is { } group ? new XElement("GroupBy", Label(group.Label), Shown(group.Value)) : null);

    private static XElement Header(Column column) => new(
        "TableColumnHeader",
        Label(column.Label),
        column.Width is { } width ? new XElement("Width", width.ToString(CultureInfo.InvariantCulture)) : null,
        column.IsNumber ? new XElement("Alignment", "Right") : null);

    private static Value CellValue(View view, Column column) =>
        column.IsText ? column.Value.Wrapped(view.Columns.Sum(other => other.Width + 1 ?? 0)) : view.InWords(column.Value);

    private static XElement List(View view) => Element(
        view,
        new XElement(
            "ListControl",
            new XElement(
                "ListEntries",
                new XElement("ListEntry", new XElement("ListItems", view.Properties.Select(property => ListItem(view, property)))))));

    private static XElement ListItem(View view, PropertyInfo property)
    {
        XElement item = Item("ListItem", ListValue(view, property));
        item.AddFirst(Label(property.Name));
        return item;
    }

    private static Value ListValue(View view, PropertyInfo property)
    {
        const string Moment = "yyyy-MM-dd HH:mm:ss zzz";
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return property.Name == nameof(OperationResult.NextAttempt) ? Value.Ahead(property.Name, Moment)
            : type == typeof(DateTimeOffset)
                ? view.KeepsTimeZones ? Value.Zoned(property.Name, Moment) : Value.Local(property.Name, Moment)
            : type == typeof(IReadOnlyList<Check>)
                ? Value.Lines(property.Name, $"'{{0}}: {{1}}: {{2}}' -f {StatusOf<CheckStatus>()}, {Value.WordsOf("Check", "$_.Name")}, $_.Detail")
                    .Wrapped(view.LabelCells)
            : type == typeof(IReadOnlyList<RenewalPlan>)
                ? Value.Lines(property.Name, $"'{{0}}: {{1}}' -f {StatusOf<RenewalPlanStatus>()}, $_.Terminal")
            : type == typeof(IReadOnlyList<string>) ? Value.Lines(property.Name, "$_").Wrapped(view.LabelCells)
            : type == typeof(string) && Words.KindOf(property) is null ? Value.Of(property.Name).Wrapped(view.LabelCells)
            : view.InWords(Value.Of(property.Name));
    }

    private static string StatusOf<T>() => Value.WordsOf(typeof(T).Name, "$_.Status");

    // As many beside each other as there is room for.
    private static XElement Wide(View view) => Element(
        view,
        new XElement(
            "WideControl",
            new XElement("AutoSize"),
            new XElement("WideEntries", new XElement("WideEntry", Item("WideItem", Shortly(view))))));

    private static Value Shortly(View view) =>
        Value.From($"'{{0}} {{1}}' -f $({Script(view.InWords(view.Columns[0].Value))}), $({Script(view.InWords(view.Short))})");

    private static string Script(Value value) => value.Script ?? $"$_.{value.Property}";

    private static XElement Element(View view, XElement control, XElement? groupBy = null) => new(
        "View",
        new XElement("Name", view.Type.Name),
        new XElement("ViewSelectedBy", new XElement("TypeName", view.Type.FullName)),
        groupBy,
        control);

    private static XElement Item(string name, Value value) => new(name, Shown(value));

    private static XElement Shown(Value value) =>
        value.Script is { } script ? new XElement("ScriptBlock", script) : new XElement("PropertyName", value.Property);

    // The text is what is shown where the resource is not.
    private static XElement Label(string key) => new(
        "Label",
        new XAttribute("AssemblyName", typeof(OperationResult).Assembly.GetName().Name!),
        new XAttribute("BaseName", "NaccsCert.PropertyLabels"),
        new XAttribute("ResourceId", key),
        key);
}
