import type { ChartDesign } from "../../pipeline/model/template.ts";
import { atEnd, CLASSES, crop, harvest, label, number, sectors, step, time, tonnes, year } from "./gallery-specs.ts";

/** Panels of one unit have one scale. */
const SHARES = { scale: { domain: [0, 60] } };

/** Charts of times, series, stacks and panels. */
export const PANELLED: readonly ChartDesign[] = [
  harvest("lines-in-time-labelled-at-the-end", {
    height: 300,
    encoding: {
      x: { ...time, scale: { domainMax: "2025" } },
      y: number("tonnes"),
      color: crop({ legend: null }),
    },
    layer: [{ mark: "line" }, { ...atEnd, encoding: { ...atEnd.encoding, color: { value: "theme:ink" } } }],
  }),
  harvest("lines-with-a-legend", {
    height: 300,
    mark: "line",
    encoding: { x: year(), y: number("tonnes"), color: crop({ legend: { orient: "top" } }) },
  }),
  harvest(
    "slopes",
    {
      height: 320,
      encoding: {
        x: year({ scale: { padding: 0.3 } }),
        y: number("tonnes", { axis: null }),
        detail: crop(),
      },
      layer: [
        { mark: "line" },
        { mark: { type: "point", filled: true } },
        {
          transform: [{ filter: "datum.year == '2023'" }],
          mark: { type: "text", align: "left", dx: 10 },
          encoding: { text: { field: "label" } },
        },
        {
          transform: [{ filter: "datum.year == '2018'" }],
          mark: { type: "text", align: "right", dx: -10 },
          encoding: { text: { field: "tonnes_text" } },
        },
      ],
    },
    tonnes,
    "ends",
  ),
  harvest("stacked-columns-with-a-legend", {
    height: 300,
    mark: "bar",
    encoding: { x: year(), y: number("tonnes"), color: crop({ legend: { orient: "top" } }) },
  }),
  harvest("stacked-areas", {
    height: 300,
    mark: "area",
    encoding: { x: time, y: number("tonnes", { stack: true }), color: crop({ legend: { orient: "top" } }) },
  }),
  harvest(
    "heat-map-of-years",
    {
      height: { step: 30 },
      encoding: { x: year({ axis: { orient: "top" } }), y: crop() },
      layer: [
        { mark: "rect", encoding: { color: { field: "tonnes", type: "quantitative", legend: null, scale: CLASSES } } },
        {
          mark: "text",
          encoding: {
            text: { field: "tonnes_text" },
            color: { condition: { test: "datum.tonnes >= 250", value: "theme:background" }, value: "theme:ink" },
          },
        },
      ],
    },
    tonnes,
  ),
  harvest("small-multiples-of-lines", {
    height: 120,
    mark: "line",
    encoding: {
      x: year({ axis: { values: ["2018", "2023"] } }),
      y: number("tonnes"),
      facet: crop({ columns: 3, header: { title: null } }),
    },
  }),
  harvest("small-multiples-by-row", {
    height: 70,
    mark: "area",
    encoding: {
      x: year(),
      y: number("tonnes", { axis: { title: null, tickCount: 2 } }),
      row: crop({ header: { title: null } }),
    },
  }),
  harvest("small-multiples-of-bars-by-column", {
    height: { step: 24 },
    mark: "bar",
    encoding: {
      y: year(),
      x: number("tonnes", { axis: { title: null, tickCount: 2 } }),
      column: crop({ header: { title: null } }),
    },
  }),
  harvest("a-facet-of-layers", {
    facet: crop({ header: { title: null } }),
    columns: 2,
    spec: {
      height: 120,
      encoding: { x: year({ axis: { values: ["2018", "2023"] } }), y: number("tonnes") },
      layer: [{ mark: "line" }, { mark: { type: "point", filled: true } }],
    },
  }),
  sectors("panels-beside-each-other", {
    hconcat: [
      { title: "Shares", height: step, mark: "bar", encoding: { y: label(), x: number("share_2022") } },
      {
        title: "Change in amounts",
        height: step,
        mark: { type: "point", filled: true },
        encoding: { y: label({ axis: { title: null, labels: false } }), x: number("shift") },
      },
    ],
  }),
  sectors("panels-under-each-other", {
    vconcat: [
      { height: step, mark: "bar", encoding: { y: label(), x: number("share_2021", SHARES) } },
      { height: step, mark: "bar", encoding: { y: label(), x: number("share_2022", SHARES) } },
    ],
  }),
  sectors("scatter-with-named-axes", {
    height: 300,
    encoding: {
      x: number("share_2021", { title: "Share before", scale: { domainMax: 75 } }),
      y: number("share_2022", { title: "Share after" }),
    },
    layer: [
      { mark: { type: "point", filled: true, size: 60 } },
      {
        transform: [{ filter: "datum.share_2022 > 10" }],
        mark: { type: "text", align: "left", dx: 8 },
        encoding: { text: { field: "label" } },
      },
    ],
  }),
];
