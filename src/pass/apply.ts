import type { Applied } from '../core/applied.ts';
import type { Decision } from '../core/decision.ts';
import { ensurePullRequestClosed } from '../github/ensure-pull-request-closed.ts';
import { rerunJob } from '../github/rerun-job.ts';
import { applyAccept } from './apply-accept.ts';
import { applyAcceptRepair } from './apply-accept-repair.ts';
import { applyAdopt } from './apply-adopt.ts';
import { applyAnswer, type Tell } from './apply-answer.ts';
import { applyApprove, applyWithdrawApproval } from './apply-approval.ts';
import { applyDispatch } from './apply-dispatch.ts';
import { applyHumanMerge } from './apply-human-merge.ts';
import { applyKeep } from './apply-keep.ts';
import { applyMerge } from './apply-merge.ts';
import { applyBackfill, applyCreateStory, applyRerunChecks } from './apply-order.ts';
import { applyRevert } from './apply-revert.ts';
import { applyStartBaseCi } from './apply-start-base-ci.ts';
import { applyReject, applyReportFail, applyReportPass, applyUnclaim, applyVerify } from './apply-transition.ts';
import { applyUpdateBranch } from './apply-update-branch.ts';
import { applyRecordVerdict } from './apply-verdict.ts';
import type { LeasedPass } from './under-lease.ts';

/** Does one decision, or throws `LeftUndone` when the world had moved. Holds no policy. */
export async function applyDecision(decision: Decision, pass: LeasedPass, tell: Tell): Promise<Applied> {
  switch (decision.kind) {
    case 'dispatch':
      return await applyDispatch(decision, pass);
    case 'accept':
      return await applyAccept(decision, pass);
    case 'accept_repair':
      return await applyAcceptRepair(decision, pass);
    case 'record_verdict':
      return await applyRecordVerdict(decision, pass);
    case 'report_pass':
      return await applyReportPass(decision, pass);
    case 'report_fail':
      return await applyReportFail(decision, pass);
    case 'unclaim':
      return await applyUnclaim(decision, pass);
    case 'merge':
      return await applyMerge(decision, pass);
    case 'approve':
      return await applyApprove(decision, pass);
    case 'withdraw_approval':
      return await applyWithdrawApproval(decision, pass);
    case 'update_branch':
      return await applyUpdateBranch(decision, pass);
    case 'adopt':
      return await applyAdopt(decision, pass);
    case 'keep':
      return await applyKeep(decision, pass);
    case 'reject':
      return await applyReject(decision, pass);
    case 'revert':
      return await applyRevert(decision, pass);
    case 'drop_repair':
      if (decision.closes !== null) await ensurePullRequestClosed(pass.github, decision.closes);
      return {};
    case 'start_base_ci':
      return await applyStartBaseCi(decision, pass);
    case 'verify':
      return await applyVerify(decision, pass);
    case 'record_human_merge':
      return await applyHumanMerge(decision, pass);
    case 'answer':
      return await applyAnswer(decision, pass, tell);
    case 'rerun_checks':
      return await applyRerunChecks(decision, pass);
    case 'backfill_story':
      return await applyBackfill(decision, pass);
    case 'create_story':
      return await applyCreateStory(decision, pass);
    case 'rerun_settle':
      await rerunJob(pass.github, decision.jobId);
      return {};
    // Remembered in the ledger, and nowhere else.
    case 'refuse':
    case 'lose':
    case 'discard':
    case 'forget':
    case 'drop_merge':
    case 'record_merge':
    case 'escalate':
    case 'finish':
      return {};
  }
}
