Console.WriteLine("DisclosureArchive");
