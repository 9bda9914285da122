using System.Collections.Concurrent;
using System.Text;
using DisclosureArchive.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

// The types of a render tree may change with a new version of the framework. None is used here by name; the parameters of the
// renderer's own methods count as use. Without these methods a root component can't be removed from its renderer.
#pragma warning disable BL0006

namespace DisclosureArchive.Generator.Pages;

/// <summary>Renders pages to bytes. Thread-safe: each call borrows a renderer of its own, and gives it back empty.</summary>
public sealed class PageRenderer
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(Markup.Encoder)
        .BuildServiceProvider();

    private readonly ConcurrentBag<Worker> _idle = [];

    /// <summary>The page of a component that shows a model in the words of a language: UTF-8, <c>\n</c>.</summary>
    public ReadOnlyMemory<byte> Render<TPage, TModel>(TModel model, Words words) where TPage : Showing<TModel> => Render(typeof(TPage), model, words);

    /// <summary>The same for a component that is only known when the program runs.</summary>
    /// <param name="component">A <see cref="Showing{TModel}"/> of the model's type.</param>
    public ReadOnlyMemory<byte> Render<TModel>(Type component, TModel model, Words words)
    {
        var worker = _idle.TryTake(out var idle) ? idle : new Worker();
        var page = worker.Render(component, model, words);
        _idle.Add(worker);
        return page;
    }

    /// <summary>
    /// Works on the thread that calls it, so that rendering needs no dispatching; a page has nothing to wait for. It removes
    /// each root component after its page: a renderer keeps them otherwise, and grows slower with every page.
    /// </summary>
    private sealed class Worker() : StaticHtmlRenderer(Services, NullLoggerFactory.Instance)
    {
        private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

        private readonly StringBuilder _text = new(64 * 1024);
        private Type? _component;

        public override Dispatcher Dispatcher { get; } = new SameThread();

        public ReadOnlyMemory<byte> Render<TModel>(Type component, TModel model, Words words)
        {
            _component = component;
            var root = AssignRootComponentId(InstantiateComponent(component));
            var parameters = new Dictionary<string, object?> { [nameof(Showing<TModel>.Model)] = model, [nameof(Showing<TModel>.Words)] = words };
            var rendered = RenderRootComponentAsync(root, ParameterView.FromDictionary(parameters));
            if (!rendered.IsCompleted)
                throw new InvalidOperationException($"{component.Name} waits for something.");
            rendered.GetAwaiter().GetResult();

            _text.Clear();
            using var writer = new StringWriter(_text) { NewLine = "\n" };
            WriteComponentHtml(root, writer);
            RemoveRootComponent(root);

            var bytes = new byte[Length()];
            var written = 0;
            foreach (var chunk in _text.GetChunks())
                written += Utf8.GetBytes(chunk.Span, bytes.AsSpan(written));
            return bytes;
        }

        protected override void HandleException(Exception exception) =>
            throw new InvalidOperationException($"{_component?.Name} can't be rendered: {exception.GetType().Name}: {exception.Message}", exception);

        private int Length()
        {
            var length = 0;
            foreach (var chunk in _text.GetChunks())
                length += Utf8.GetByteCount(chunk.Span);
            return length;
        }
    }

    private sealed class SameThread : Dispatcher
    {
        public override bool CheckAccess() => true;

        public override Task InvokeAsync(Action workItem)
        {
            workItem();
            return Task.CompletedTask;
        }

        public override Task InvokeAsync(Func<Task> workItem) => workItem();

        public override Task<TResult> InvokeAsync<TResult>(Func<TResult> workItem) => Task.FromResult(workItem());

        public override Task<TResult> InvokeAsync<TResult>(Func<Task<TResult>> workItem) => workItem();
    }
}
