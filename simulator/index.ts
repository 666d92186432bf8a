export { createSimulator } from "./create-simulator";
export type { Simulator, SimulatorOptions } from "./simulator";
export type { Entities, Kind, Mode, State } from "./entities/state";
export type { Fault, FaultKind } from "./faults/fault";
export type { Faults } from "./faults/faults";
export type { Journal, JournalEntry } from "./journal/journal";
export type { Person } from "./person/person";
export { demoSeed } from "./store/demo-seed";
export type { Seed, SeedEntities } from "./store/seed";
