// The key / leads to the search box, as on many sites; not where it is being typed.
document.addEventListener('keydown', function (event) {
  var box = document.querySelector('form[role="search"] input');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !box || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName))
    return;
  event.preventDefault();
  box.focus();
  box.select();
});
