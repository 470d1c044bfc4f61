using System;
using System.IO;
using NaccsCert.Conformance;

return args switch
{
    ["conformance"] => ConformanceVerb.Run("../shared/corpora", Console.Out),
    ["conformance", "--corpora", var path] => ConformanceVerb.Run(Path.GetFullPath(path), Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: conformance [--corpora PATH]");
    return 2;
}
