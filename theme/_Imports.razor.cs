namespace DisclosureArchive.Theme;

/// <summary>The namespaces that every component sees; the Razor compiler makes a type of it.</summary>
public partial class _Imports;
