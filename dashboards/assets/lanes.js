"use strict";
// What has a lane of its own: between the address and the control.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  lanes: {
    show(query, shown) {
      const asked = new URLSearchParams(query || "").get("lanes"), known = ["actor", "dyad", "type"];
      const now = known.includes(asked) ? asked : known[0];
      return now === shown ? window.dash_clientside.no_update : now;
    },
    choose(by, search) {
      const said = new URLSearchParams(search || "");
      if ((said.get("lanes") || "actor") === by) return;
      if (by === "actor") said.delete("lanes"); else said.set("lanes", by);
      window.dash_clientside.set_props("url", { search: said.size ? `?${said}` : "" });
    },
  },
});
