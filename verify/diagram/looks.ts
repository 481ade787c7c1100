import { type EdgeKind, type GroupKind, type Mark, type PictureKind } from "./picture";

/** Colours of a box: dark text on a light fill reads on light and dark pages alike. */
export interface Look {
  readonly fill: string;
  readonly stroke: string;
}

/** Kinds that look alike. */
export type Family = "outer" | "traffic" | "runs" | "data" | "endpoint" | "note";

export const families: Readonly<Record<PictureKind, Family>> = {
  internet: "outer",
  outside: "outer",
  balancer: "traffic",
  nat: "traffic",
  service: "runs",
  compute: "runs",
  database: "data",
  store: "data",
  endpoint: "endpoint",
  note: "note",
};

export const familyLooks: Readonly<Record<Family, Look>> = {
  outer: { fill: "#f1f5f9", stroke: "#475569" },
  traffic: { fill: "#f3e8ff", stroke: "#7e22ce" },
  runs: { fill: "#ffedd5", stroke: "#c2410c" },
  data: { fill: "#dbeafe", stroke: "#1d4ed8" },
  endpoint: { fill: "#ccfbf1", stroke: "#0f766e" },
  note: { fill: "#ffffff", stroke: "#94a3b8" },
};

export const groupLooks: Readonly<Record<GroupKind, Look>> = {
  account: { fill: "#f8fafc", stroke: "#94a3b8" },
  vpc: { fill: "#ffffff", stroke: "#64748b" },
  public: { fill: "#fff7ed", stroke: "#fdba74" },
  private: { fill: "#eff6ff", stroke: "#93c5fd" },
  isolated: { fill: "#f0fdf4", stroke: "#86efac" },
  untold: { fill: "#f8fafc", stroke: "#cbd5e1" },
};

export const edgeColors: Readonly<Record<EdgeKind, string>> = {
  internet: "#c2410c",
  internal: "#475569",
  data: "#1d4ed8",
  outbound: "#0f766e",
};

export const edgeWords: Readonly<Record<EdgeKind, string>> = {
  internet: "from the internet",
  internal: "call inside",
  data: "data",
  outbound: "out of the VPC",
};

export type Change = Exclude<Mark, "unchanged">;

export const changeLooks: Readonly<Record<Change, Look>> = {
  added: { fill: "#dcfce7", stroke: "#15803d" },
  removed: { fill: "#fee2e2", stroke: "#dc2626" },
  changed: { fill: "#fef3c7", stroke: "#b45309" },
};

/** Dark text for every fill here. */
export const inkColor = "#0f172a";

/** What stands before a line that changes, for readers who do not see colours. The space is no plain one: Mermaid would begin a list. */
export const changeSigns: Readonly<Record<Mark, string>> = {
  unchanged: "",
  added: "+\u00a0",
  removed: "−\u00a0",
  changed: "~\u00a0",
};
