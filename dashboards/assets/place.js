"use strict";
// Where the open event is: a ring in the chart, which is not drawn again for it, and its row in the table.
(() => {
  const DAY = 864e5, LEAST = 20;  // px of a ring
  // Whether the table is there or on its way, what it asked for last and what it lists; what is open.
  let laid = false, request, listed, open = {};
  const chart = () => document.querySelector("#lanes .js-plotly-plot");

  // Where the days from a first to a last one are on a chart, in px, as far as they are seen; null where nothing is.
  function stretch({ xaxis }, [first, last]) {
    const left = first ? xaxis.c2p(xaxis.d2c(first)) : 0, right = last ? xaxis.c2p(xaxis.d2c(last) + DAY) : xaxis._length;
    if (!(right >= 0 && left <= xaxis._length)) return null;
    const ends = [Math.max(left, 0), Math.min(right, xaxis._length)], wide = Math.max(ends[1] - ends[0], LEAST);
    return { x: xaxis._offset + (ends[0] + ends[1]) / 2, wide };
  }

  // Where an event stands among bars: as wide as its days, on the line of the lane or below it.
  function among(layout, { days, lanes }) {
    const along = stretch(layout, days || []), known = layout.meta?.lanes || [], { yaxis } = layout;
    if (!along || !lanes) return [];
    return lanes.filter(([lane]) => known[lane]).map(([lane, above]) => ({
      ...along, kind: "among", y: yaxis._offset + yaxis.c2p(known[lane][2]) - (above ? 1 : -1) * (LEAST / 2 + 1),
    }));
  }

  // Among marks: around each of its own.
  function around(layout, data, event) {
    const { xaxis, yaxis } = layout;
    return data.flatMap((trace) => (Array.isArray(trace.customdata) ? trace.customdata : []).flatMap((id, number) => id !== event ? [] : [{
      x: xaxis._offset + xaxis.d2p(trace.meta?.[number] ?? trace.x[number]), y: yaxis._offset + yaxis.d2p(trace.y[number]), wide: LEAST,
    }]));
  }

  const ring = ({ x, y, wide, kind = "" }) => {
    const made = document.createElement("span");
    made.className = kind;
    made.style.cssText = `left:${x}px;top:${y}px;width:${wide}px`;
    return made;
  };

  function layer(drawn) {
    const found = drawn.querySelector(".rings") || document.createElement("div");
    found.className = "rings";
    if (!found.isConnected) drawn.querySelector(".svg-container").append(found);
    return found;
  }

  function rings() {
    const drawn = chart(), layout = drawn._fullLayout, { event, sought } = drawn;
    const flat = layout.xaxis && layout.yaxis && event;
    layer(drawn).replaceChildren(...(flat ? [...around(layout, drawn.data, event), ...among(layout, sought || {})] : []).map(ring));
  }

  window.tieline.among = ({ days, lane, above }) => among(chart()._fullLayout, { days, lanes: [[lane, above]] })[0];

  Object.assign(window.dash_clientside ||= {}, {
    place: {
      seek(event, query) {
        const asks = event && typeof query === "string";
        return asks ? { event, query, order: request?.sortModel } : window.dash_clientside.no_update;
      },
      ring(event, figure, sought, query) {
        const drawn = chart();
        if (!drawn) return;
        drawn.event = event;
        drawn.sought = sought && sought.event === event && sought.query === query ? sought : null;
        if (!drawn.ringed) drawn.on("plotly_afterplot", rings);
        drawn.ringed = true;
        if (drawn._fullLayout) rings();
      },
      select(event, sought) {
        open = { event, sought };
        select();
      },
      asked: (asks) => void (request = asks),
      listed: () => void select(),
      columns(shown) {
        table()?.then((api) => {
          const all = api.getColumns().map((column) => column.getColId());
          api.setColumnsVisible(all.filter((id) => shown.includes(id)), true);
          api.setColumnsVisible(all.filter((id) => !shown.includes(id)), false);
        });
      },
      // The table comes once the chart stands, with a program of its own: the chart does not wait for it.
      async lay(drawn, grid) {
        if (laid) return;
        laid = true;
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        await program(document.getElementById("table-program").href);
        window.dash_clientside.set_props("table-place", { children: grid });
      },
    },
  });

  const table = () => document.getElementById("table") && window.dash_ag_grid?.getApiAsync("table");
  // What the table holds is asked for anew, from its beginning.
  window.tieline.relist = (query) => {
    const before = listed;
    listed = query;
    if (query === before || !request) return;
    table()?.then((api) => {
      api.deselectAll();
      api.ensureIndexVisible(0, "top");
      api.purgeInfiniteCache();
    });
  };

  const program = (address) => new Promise((done) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", done);
    document.body.append(script);
  });

  // Scrolled to but once for each answer: what the reader scrolls to afterwards stays.
  function select() {
    const { event, sought } = open;
    table()?.then((api) => setTimeout(() => {
      const node = event && api.getRowNode(event);
      if (!node?.data) api.deselectAll();
      else if (!node.isSelected()) {
        window.tieline.selecting = event;
        node.setSelected(true, true);
      }
      const due = sought && sought.event === event && sought.place < api.getDisplayedRowCount() && sought !== window.tieline.scrolled;
      if (!due) return;
      window.tieline.scrolled = sought;
      const near = sought.place >= api.getFirstDisplayedRowIndex() && sought.place <= api.getLastDisplayedRowIndex();
      api.ensureIndexVisible(sought.place, near ? null : "middle");
    }, 0));
  }
})();
