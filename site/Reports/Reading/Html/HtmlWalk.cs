using AngleSharp.Dom;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>Walks a tree in document order without recursion, so that no depth of nesting is too deep.</summary>
internal static class HtmlWalk
{
    /// <param name="root">Whose descendants are walked; it is not entered itself.</param>
    /// <param name="enter">Called for each node; false leaves its inside out, and its leaving.</param>
    /// <param name="leave">Called after the inside of each node that was entered.</param>
    public static void Walk(INode root, Func<INode, bool> enter, Action<INode> leave)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next < at.Node.ChildNodes.Length)
            {
                open.Push((at.Node, at.Next + 1));
                var child = at.Node.ChildNodes[at.Next];
                if (enter(child))
                    open.Push((child, 0));
            }
            else if (at.Node != root)
                leave(at.Node);
        }
    }
}
