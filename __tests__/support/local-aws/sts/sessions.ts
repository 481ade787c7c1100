import { type AssumedRoleUser, type Credentials } from "@aws-sdk/client-sts";
import { type Caller } from "../iam/caller";
import { AwsError } from "../protocol/aws-error";
import { accountOfKey, type Signature } from "../protocol/credentials";
import { type Clock } from "../time/clock";
import { type Ids } from "../time/ids";

/** Who may assume a role. */
export interface Trust {
  /** ARNs of users and roles. */
  readonly principals?: readonly string[];
  /** Whether a token of an OIDC provider will do. */
  readonly webIdentity?: (token: string) => boolean;
}

interface Session {
  readonly caller: Caller;
  readonly accessKeyId: string;
}

interface Opened {
  readonly Credentials: Credentials;
  readonly AssumedRoleUser: AssumedRoleUser;
}

/** Roles that can be assumed, and the sessions that came of it. */
export class Sessions {
  private readonly roles = new Map<string, Trust>();
  private readonly sessions = new Map<string, Session>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  trust(roleArn: string, trust: Trust): void {
    this.roles.set(roleArn, trust);
  }

  /** @throws AwsError as STS does: a role that does not exist is refused like one that does not trust the caller */
  role(roleArn: string, action = "sts:AssumeRole"): { readonly trust: Trust } {
    const trust = this.roles.get(roleArn);
    if (trust) return { trust };
    throw new AwsError("AccessDenied", `Not authorized to perform ${action}`, 403);
  }

  open(roleArn: string, sessionName: string): Opened {
    const [, account = "", roleName = ""] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?(.+)$/.exec(roleArn) ?? [];
    const roleId = `AROA${this.ids.hex(17).toUpperCase()}`;
    const arn = `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`;
    const accessKeyId = `ASIA${account}${this.ids.hex(4).toUpperCase()}`;
    const token = `session-${this.ids.hex(40)}`;
    const caller = { account, arn, roleArn, userId: `${roleId}:${sessionName}` };
    this.sessions.set(token, { accessKeyId, caller });
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: this.ids.hex(40),
        SessionToken: token,
        Expiration: new Date(this.clock.now() + 3_600_000),
      },
      AssumedRoleUser: { AssumedRoleId: caller.userId, Arn: arn },
    };
  }

  /** @throws AwsError for credentials that were never given */
  caller({ accessKeyId, sessionToken }: Signature): Caller {
    const account = accountOfKey(accessKeyId);
    if (accessKeyId.startsWith("AKIA"))
      return { account, arn: `arn:aws:iam::${account}:user/local`, userId: "AIDALOCALUSER" };
    const session = this.sessions.get(sessionToken ?? "");
    if (session?.accessKeyId === accessKeyId) return session.caller;
    throw new AwsError(
      "UnrecognizedClientException",
      "The security token included in the request is invalid.",
      403,
    );
  }
}
