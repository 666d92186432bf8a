import { hostname, userInfo } from "node:os";
import { type LockHolder, lockHolders } from "./failure";

/**
 * Whether every lock that the CLI has reported was left by a run on this machine that is dead. Other machines may share a
 * backend, and process ids say nothing about them: so it has to be a folder of this one.
 */
export function isStaleLock(said: string, hostNow = hostname(), isAlive: (pid: number) => boolean = alive): boolean {
  const holders = lockHolders(said);
  const ours = ({ user, host, pid }: LockHolder) => host === hostNow && user === userInfo().username && !isAlive(pid);
  return /file:\/\//.test(said) && holders.length > 0 && holders.every(ours);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
