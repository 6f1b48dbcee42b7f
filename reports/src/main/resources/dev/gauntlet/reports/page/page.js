(() => {
  'use strict';
  const root = document.documentElement;
  const subjectOf = element => {
    if (!(element instanceof Element)) return null;
    const named = element.closest('[data-subject]');
    if (named) return named.dataset.subject;
    const row = element.closest('.numbers tbody tr');
    return row ? row.cells[0].textContent : null;
  };

  // Pointing at a subject anywhere dims the others in every chart.
  const highlight = name => {
    root.classList.toggle('focus', name !== null);
    document.querySelectorAll('[data-subject]').forEach(
        element => element.classList.toggle('on', element.dataset.subject === name));
  };
  const follow = event => highlight(subjectOf(event.target));
  document.addEventListener('pointerover', follow);
  document.addEventListener('focusin', follow);

  // Tables of numbers sort by any column.
  const key = cell => {
    const number = parseFloat(cell.textContent.replace('none', 'NaN'));
    return Number.isNaN(number) ? cell.textContent.trim() : number;
  };
  const compare = (a, b) => typeof a === typeof b
      ? (a > b) - (a < b)
      : typeof a === 'number' ? -1 : 1;
  const sort = (table, column, header) => {
    const up = header.getAttribute('aria-sort') !== 'ascending';
    table.querySelectorAll('thead th').forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    const rows = [...body.rows].map(row => [key(row.cells[column]), row]);
    rows.sort(([a], [b]) => up ? compare(a, b) : compare(b, a));
    body.append(...rows.map(([, row]) => row));
  };
  document.querySelectorAll('table.sortable').forEach(table => {
    table.querySelectorAll('thead th').forEach((header, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      button.addEventListener('click', () => sort(table, column, header));
      header.append(button);
    });
  });

  // The data can be saved as CSV, and as JSON made from it.
  const parse = text => text.match(/("([^"]|"")*"|[^,\n]*)(,|\n)/g).reduce((rows, part) => {
    const value = part.slice(0, -1);
    rows[rows.length - 1].push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (part.endsWith('\n')) rows.push([]);
    return rows;
  }, [[]]).filter(row => row.length > 0);
  const toJson = text => {
    const [names, ...rows] = parse(text);
    const value = cell => cell === '' ? null : cell.trim() !== '' && isFinite(cell) ? Number(cell) : cell;
    const objects = rows.map(row => Object.fromEntries(names.map((name, i) => [name, value(row[i])])));
    return JSON.stringify(objects, null, 1);
  };
  const save = (name, type, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], {type}));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  document.querySelectorAll('pre[data-file]').forEach(block => {
    const add = (label, action) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', action);
      block.before(button);
    };
    const name = block.dataset.file;
    add('Save as CSV', () => save(name, 'text/csv', block.textContent));
    add('Save as JSON', () => save(name.replace(/csv$/, 'json'), 'application/json', toJson(block.textContent)));
  });

  // A link to what is folded away unfolds it.
  const unfold = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let element = target; element; element = element.parentElement) {
      if (element.tagName === 'DETAILS') element.open = true;
    }
  };
  addEventListener('hashchange', unfold);
  unfold();
})();
