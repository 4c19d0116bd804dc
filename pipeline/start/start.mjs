#!/usr/bin/env node
import { program } from "./program.mjs";

const { main } = await program();
await main();
