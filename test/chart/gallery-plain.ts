import type { ChartDesign } from "../../pipeline/model/template.ts";
import { bare, countries, label, number, sectors, step } from "./gallery-specs.ts";

const share = { share_text: { column: "share_2022", decimals: 0 } };
const students = { students_text: { column: "students", decimals: 0 } };

/** Charts of one plot over the sample's rows. */
export const PLAIN: readonly ChartDesign[] = [
  sectors("bars", { height: step, mark: "bar", encoding: { y: label(), x: number("share_2022") } }),
  countries("columns", {
    height: 260,
    mark: "bar",
    encoding: { x: { field: "rank", type: "ordinal", axis: { ...bare } }, y: number("students") },
  }),
  sectors(
    "bars-with-numbers",
    {
      height: step,
      layer: [
        { mark: "bar", encoding: { y: label(), x: number("share_2022", { scale: { domainMax: 65 } }) } },
        {
          mark: { type: "text", align: "left", dx: 5 },
          encoding: { y: label(), x: number("share_2022"), text: { field: "share_text" } },
        },
      ],
    },
    share,
  ),
  sectors("points", {
    height: step,
    mark: { type: "point", filled: true },
    encoding: { y: label(), x: number("shift") },
  }),
  sectors("circles", { height: step, mark: "circle", encoding: { y: label(), x: number("shift") } }),
  sectors("squares", { height: step, mark: "square", encoding: { y: label(), x: number("shift") } }),
  sectors("ticks", { height: step, mark: "tick", encoding: { y: label(), x: number("share_2021") } }),
  sectors("lollipops", {
    height: step,
    layer: [
      { mark: "rule", encoding: { y: label(), x: number("share_2022"), x2: { datum: 0 } } },
      { mark: { type: "point", filled: true }, encoding: { y: label(), x: number("share_2022") } },
    ],
  }),
  sectors("dumbbells", {
    height: step,
    layer: [
      { mark: "rule", encoding: { y: label(), x: number("share_2021"), x2: { field: "share_2022" } } },
      { mark: { type: "point", filled: false, size: 60 }, encoding: { y: label(), x: number("share_2021") } },
      { mark: { type: "point", filled: true, size: 60 }, encoding: { y: label(), x: number("share_2022") } },
    ],
  }),
  sectors("error-bars", {
    height: step,
    layer: [
      { mark: "bar", encoding: { y: label(), x: number("shift") } },
      {
        mark: { type: "rule", color: "theme:ink" },
        encoding: { y: label(), x: number("shift_lo"), x2: { field: "shift_hi" } },
      },
    ],
  }),
  sectors("error-bars-as-a-mark", {
    height: step,
    layer: [
      { mark: "bar", encoding: { y: label(), x: number("shift") } },
      {
        mark: { type: "errorbar", color: "theme:ink" },
        encoding: { y: label(), x: number("shift_lo"), x2: { field: "shift_hi" } },
      },
    ],
  }),
  sectors("error-bars-alone", {
    height: step,
    mark: { type: "errorbar", ticks: false, color: "theme:ink" },
    encoding: { y: label(), x: number("shift_lo"), x2: { field: "shift_hi" } },
  }),
  sectors("error-band", {
    height: 240,
    layer: [
      {
        mark: { type: "errorband", color: "theme:accent", stroke: "theme:accent" },
        encoding: {
          y: label(),
          x: number("amount_2022_lo"),
          x2: { field: "amount_2022_hi" },
        },
      },
      {
        mark: "line",
        encoding: { y: label(), x: number("amount_2022") },
      },
    ],
  }),
  sectors(
    "heat-map",
    {
      height: step,
      layer: [
        {
          mark: "rect",
          encoding: {
            y: label(),
            color: {
              field: "share_2022",
              type: "quantitative",
              legend: null,
              scale: {
                type: "threshold",
                domain: [5, 10, 25],
                range: ["theme:ramp1", "theme:ramp2", "theme:ramp3", "theme:ramp4"],
              },
            },
          },
        },
        {
          mark: "text",
          encoding: {
            y: label(),
            text: { field: "share_text" },
            color: { condition: { test: "datum.share_2022 >= 25", value: "theme:background" }, value: "theme:ink" },
          },
        },
      ],
    },
    share,
  ),
  sectors("series-by-colour", {
    height: step,
    mark: "bar",
    encoding: {
      y: label(),
      x: number("share_2022"),
      color: {
        field: "row",
        type: "nominal",
        legend: null,
        scale: {
          range: ["theme:series1", "theme:series2", "theme:series3", "theme:series4", "theme:series5", "theme:bar"],
        },
      },
    },
  }),
  sectors("scatter", {
    height: 300,
    encoding: { x: number("share_2022", { scale: { domainMax: 90 } }), y: number("shift") },
    layer: [
      { mark: { type: "square", size: 60 } },
      {
        transform: [{ filter: "datum.share_2022 > 30" }],
        mark: { type: "text", align: "left", dx: 8 },
        encoding: { text: { field: "label" } },
      },
    ],
  }),
  countries("line", {
    height: 260,
    mark: { type: "line" },
    encoding: { x: { field: "rank", type: "ordinal", axis: { ...bare } }, y: number("students") },
  }),
  countries("steps", {
    height: 260,
    mark: { type: "line", interpolate: "step-after" },
    encoding: { x: { field: "rank", type: "ordinal", axis: { ...bare } }, y: number("students") },
  }),
  countries("area", {
    height: 260,
    mark: { type: "area" },
    encoding: { x: { field: "rank", type: "ordinal", axis: { ...bare } }, y: number("students") },
  }),
  countries(
    "ranked-bars",
    {
      height: step,
      layer: [
        {
          mark: "bar",
          encoding: { y: label({ sort: null }), x: number("students", { axis: null, scale: { domainMax: 60000 } }) },
        },
        {
          mark: { type: "text", align: "left", dx: 5 },
          encoding: { y: label({ sort: null }), x: number("students"), text: { field: "students_text" } },
        },
      ],
    },
    students,
  ),
];
