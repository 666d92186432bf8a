import { type Seed } from "lumenone-simulator";

/** A second account of the company. */
export const secondAccount = "22222222-2222-4222-8222-222222222222";

/** Slug of the organization that is there before any program runs: it has a folder with documents, and two phone numbers. */
export const seededOrganization = "seeded";

/** What the scenarios start from, and have to leave behind. */
export const scenarioSeed: Seed = {
  accounts: [
    { id: "11111111-1111-4111-8111-111111111111", name: "First" },
    { id: secondAccount, name: "Second" },
  ],
  organizations: [{ name: "Seeded" }],
  // An upload would make it, and nothing would delete it again.
  folders: [{ organization: seededOrganization, name: "papers" }],
  documents: ["one", "two"].map((title) => ({ title, name: `${title}.json`, folder: "papers" })),
  numbers: [
    { organization: seededOrganization, number: "+15550001111" },
    { organization: seededOrganization, number: "+15550002222" },
  ],
};
