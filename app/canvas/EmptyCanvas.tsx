/** What a drawing without anything in it says to begin with. */
export const EmptyCanvas = () => (
  <div className="pl-empty">
    <h2>Start with a VPC</h2>
    <p>
      Drag <b>VPC</b> from the left onto the canvas, or select it and press Enter. Let it be made with public
      and private subnets, or add your own, and put instances inside. What may talk to what shows as you edit.
    </p>
  </div>
);
