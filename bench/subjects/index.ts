import { emptyPlugin } from "./empty-plugin";
import { native } from "./native";
import { ours, throwAway } from "./ours";
import { rawHttp } from "./raw-http";
import { stash } from "./stash";
import { type Subject } from "./subject";
import { usual, usualShared } from "./usual";

/** All that can be compared, in the order of the tables. */
export const subjects: readonly Subject[] = [ours, native, usual, usualShared, stash, emptyPlugin, rawHttp, throwAway];
