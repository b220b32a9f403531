-- The same as before, in a language that keeps its plans. A SQL function with a subquery in it is never made a part of the
-- statement that calls it, and is planned anew for each statement. They are asked with every page of a queue, and for cases
-- in restricted queues.
CREATE OR REPLACE FUNCTION in_queue(queue text, person text, held text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM queue_member m
        WHERE m.version = (SELECT max(version) FROM routing) AND m.queue_id = queue
          AND (m.kind = 'EMPLOYEE' AND m.member = person
               OR m.kind = 'ROLE' AND m.member = ANY (held)
               OR m.kind = 'DEPARTMENT' AND m.member = (
                   SELECT e.department FROM employee e
                   WHERE e.employee_id = person AND e.version = (SELECT max(version) FROM employee))));
END
$$;

CREATE OR REPLACE FUNCTION hidden_from(asked text, person text, held text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM queue_item i
        JOIN work_queue q ON q.version = (SELECT max(version) FROM routing) AND q.queue_id = i.queue_id AND q.restricted
        JOIN case_file c ON c.case_id = i.case_id
        WHERE i.case_id = asked
          AND NOT held && ARRAY['integrity', 'machine']
          AND c.advocate_id IS DISTINCT FROM person AND c.adjudicator_id IS DISTINCT FROM person
          AND NOT in_queue(i.queue_id, person, held)
          AND NOT (held && ARRAY['respondent', 'enforcement'] AND c.status IN ('IN_DELIBERATION', 'REPLY_WINDOW')
                   AND EXISTS (SELECT 1 FROM employee e
                               WHERE e.employee_id = person AND e.version = (SELECT max(version) FROM employee)
                                 AND e.department = c.respondent_department)));
END
$$;
