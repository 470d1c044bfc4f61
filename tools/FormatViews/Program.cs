using System;
using System.IO;
using System.Text;
using System.Xml;
using NaccsCert.FormatViews;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: NaccsCert.FormatViews FORMAT-FILE");
    Console.Error.WriteLine("  FORMAT-FILE  the .Format.ps1xml file to write");
    return 2;
}

var text = new StringWriter();
var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\r\n" };
using (var writer = XmlWriter.Create(text, settings))
{
    FormatFile.Compose(Views.All).Save(writer);
}

// Windows PowerShell reads a file without a byte order mark in the system code page.
File.WriteAllText(args[0], text + "\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
return 0;
