(() => {
  'use strict';
  const root = document.documentElement;
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
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

  // Subjects can be taken out of every table and chart.
  const gone = new Set();
  const show = () => {
    document.querySelectorAll('thead th[data-subject]').forEach(header => {
      const table = header.closest('table');
      const hidden = gone.has(header.dataset.subject);
      [...table.rows].filter(row => row.cells.length > header.cellIndex)
          .forEach(row => { row.cells[header.cellIndex].hidden = hidden; });
    });
    document.querySelectorAll('.numbers tbody tr').forEach(
        row => { row.hidden = gone.has(row.cells[0].textContent); });
    document.querySelectorAll('tr[data-subject], .profile').forEach(
        element => { element.hidden = gone.has(element.dataset.subject); });
    document.querySelectorAll('.chart .subject').forEach(
        element => element.classList.toggle('gone', gone.has(element.dataset.subject)));
  };
  const choose = name => {
    const box = make('input', {type: 'checkbox', checked: true});
    box.addEventListener('change', () => {
      box.checked ? gone.delete(name) : gone.add(name);
      show();
    });
    return make('label', {}, box, ' ' + name);
  };
  const subjects = [...document.querySelectorAll('#speed ~ .scroll thead th[data-subject]')];
  if (subjects.length > 1) {
    document.querySelector('#speed ~ .scroll').before(make('fieldset', {className: 'filter'},
        make('legend', {textContent: 'Show'}), ...subjects.map(th => choose(th.dataset.subject))));
  }

  // Pointing into a chart of lines, or the arrow keys in it, read all of them at one position.
  const crosshair = chart => {
    const points = [...chart.querySelectorAll('[data-values]')].flatMap(
        line => line.dataset.values.split('|').map(point => {
          const [x, y, at, text] = point.split(';');
          return {x: +x, y: +y, at, text, name: line.dataset.subject, line};
        }));
    const stops = [...new Set(points.map(point => point.x))].sort((a, b) => a - b);
    const {width, height} = chart.viewBox.baseVal;
    const cross = document.createElementNS(chart.namespaceURI, 'path');
    cross.setAttribute('class', 'reference');
    const readout = make('div', {className: 'readout', hidden: true});
    readout.setAttribute('role', 'status');
    const box = chart.closest('.chartbox');
    box.after(readout);
    let stop = -1;
    const hide = () => {
      stop = -1;
      cross.remove();
      readout.hidden = true;
    };
    const read = index => {
      stop = Math.min(Math.max(index, 0), stops.length - 1);
      const here = points.filter(point => point.x === stops[stop] && !gone.has(point.name))
          .sort((a, b) => a.y - b.y);
      if (here.length === 0) return hide();
      cross.setAttribute('d', `M${stops[stop]} 24V${height - 40}`);
      chart.append(cross);
      readout.replaceChildren(make('b', {textContent: here[0].at}), make('ul', {}, ...here.map(
          point => make('li', {}, make('span', {className: point.line.getAttribute('class')}, '■'),
              ` ${point.name} ${point.text}`))));
      readout.classList.toggle('left', stops[stop] > width / 2);
      readout.hidden = false;
    };
    box.addEventListener('pointermove', event => {
      const area = chart.getBoundingClientRect();
      const x = (event.clientX - area.left) * width / area.width;
      const distances = stops.map(value => Math.abs(value - x));
      read(distances.indexOf(Math.min(...distances)));
    });
    box.addEventListener('pointerleave', hide);
    box.addEventListener('focusout', hide);
    box.addEventListener('keydown', event => {
      const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
      if (step) {
        event.preventDefault();
        read(stop + step);
      } else if (event.key === 'Escape') {
        hide();
      }
    });
  };
  document.querySelectorAll('svg.chart').forEach(chart => {
    if (chart.querySelector('[data-values]')) crosshair(chart);
  });

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
      const button = make('button', {type: 'button'}, ...header.childNodes);
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
  const addButtons = (place, name, text) => {
    const add = (label, action) => {
      const button = make('button', {type: 'button', textContent: label});
      button.addEventListener('click', action);
      place.before(button);
    };
    add('Save as CSV', () => save(name, 'text/csv', text()));
    add('Save as JSON', () => save(name.replace(/csv$/, 'json'), 'application/json', toJson(text())));
  };
  const blocks = [...document.querySelectorAll('pre[data-file]')];
  blocks.forEach(block => addButtons(block, block.dataset.file, () => block.textContent));
  document.querySelectorAll('[data-row]').forEach((details, i) => {
    const own = () => blocks[0].textContent.split('\n').filter(
        (line, index) => index === 0 || line.startsWith(details.dataset.row)).join('\n') + '\n';
    addButtons(details.lastElementChild, blocks[0].dataset.file.replace(/csv$/, `row-${i + 1}.csv`), own);
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
