/** Elements by name, attributes and children; text is always text. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * Makes the children of an element those given, and leaves alone what is the same: focus, scrolling
 * and charts stay. Who listens has to listen above.
 */
export function fill(element, ...children) {
  morph(element, h(element.localName, {}, ...children));
}

function morph(old, next) {
  const before = [...old.childNodes];
  const after = [...next.childNodes];
  after.forEach((child, i) => {
    const known = before[i];
    if (!known) {
      old.append(child);
    } else if (known.nodeName !== child.nodeName || known.dataset?.key !== child.dataset?.key) {
      known.replaceWith(child);
    } else if (known.nodeType === Node.TEXT_NODE) {
      if (known.data !== child.data) {
        known.data = child.data;
      }
    } else if (!known.dataset.key) {
      attributes(known, child);
      morph(known, child);
    }
  });
  before.slice(after.length).forEach((child) => child.remove());
}

function attributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name)) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
}

/** What is made anew only when its key is another, such as a chart. */
export function kept(key, make) {
  const holder = h('div', { 'data-key': key });
  holder.append(make());
  return holder;
}

/** A table: heads are texts, rows are lists of cells, the first of each is its name. */
export function table(caption, heads, rows, attributes = {}) {
  return h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', attributes,
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, rows.map((row) => {
        const cells = row.cells ?? row;
        return h('tr', { class: row.kind ?? false }, cells.map((cell, column) =>
          column === 0 ? h('th', { scope: 'row' }, cell) : h('td', {}, cell)));
      }))));
}

/** A number with its name, for a first look. */
export function card(name, value, note, kind = '') {
  return h('section', { class: 'card ' + kind },
    h('h2', {}, name), h('p', { class: 'value' }, value), h('p', { class: 'note' }, note ?? ''));
}
