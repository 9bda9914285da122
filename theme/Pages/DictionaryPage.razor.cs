using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>What each column of the data and each cell of the forms means.</summary>
public partial class DictionaryPage : Showing<DataDictionary>;
